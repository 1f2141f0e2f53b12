"""Lets spaCy's small English model read sentences, so that `cargo xtask train syntax` can learn their grammar.

    python -m venv venv && venv/bin/pip install spacy regex
    venv/bin/python xtask/syntax/teach.py en_core_web_sm-3.0.0 sentences.json target/trees.tsv

MODEL is the folder of the model (MIT, (c) Explosion; version 3.0.0 was used); SENTENCES a JSON list of
sentences of news: those that the encoder was distilled on (see `xtask/encoder/distil.py`). A line of the
output is a word (text, tag, 0-based place of its head or -1, label), an empty line ends a sentence. Words are
cut as the engine cuts them: what spaCy cuts finer is told by the part that hangs outside of the word.
"""

import json
import sys

import regex
import spacy

MODEL, SENTENCES, TREES = sys.argv[1:4]
LONGEST = 600  # characters
BOUNDARY = regex.compile(r"(?wV1)\b")


def words(text):
    at, found = 0, []
    for part in BOUNDARY.split(text):
        if part.strip():
            found.append((at, at + len(part)))
        at += len(part)
    return found


def rows(doc):
    text, bounds = doc.text, words(doc.text)
    word_at = {place: word for word, (start, end) in enumerate(bounds) for place in range(start, end)}
    first, own, shared = {}, [[] for _ in bounds], {}
    for token in doc:
        covered = sorted({word_at[p] for p in range(token.idx, token.idx + len(token.text)) if p in word_at})
        if covered:
            first[token.i] = covered[0]
            own[covered[0]].append(token)
            shared.update({word: (token, covered[0]) for word in covered[1:]})
    for word, (start, end) in enumerate(bounds):
        shown = text[start:end]
        if not own[word]:
            if word in shared:
                token, head = shared[word]
                tag = token.tag_ if shown.isalnum() else "HYPH" if shown == "-" else "."
                yield shown, tag, head, "goeswith"
            else:
                yield shown, "X", -1, "dep"
            continue
        outside = (t for t in own[word] if t.head.i == t.i or first.get(t.head.i, -2) != word)
        top = next(outside, own[word][0])
        head = -1 if top.head.i == top.i else first.get(top.head.i, -1)
        yield shown, top.tag_, head, top.dep_


nlp = spacy.load(MODEL, exclude=["ner", "senter", "lemmatizer"])
with open(SENTENCES, encoding="utf8") as file:
    sentences = [text.replace("\t", " ").replace("\n", " ") for text in json.load(file) if len(text) < LONGEST]
with open(TREES, "w", encoding="utf8") as file:
    for doc in nlp.pipe(sentences, batch_size=256):
        file.write("\n".join("\t".join(map(str, row)) for row in rows(doc)) + "\n\n")
