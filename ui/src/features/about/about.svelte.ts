// What Rashomon is made of, as the host tells it when somebody asks.
import type { AboutView } from "../../generated/AboutView";
import { ask } from "../../lib/ask";

class About {
  open = $state(false);
  told: AboutView | null = $state.raw(null);
  filter = $state("");
  licences = $derived((this.told?.licences ?? []).filter((one) => `${one.name} ${one.licence}`.toLowerCase().includes(this.filter.trim().toLowerCase())));

  show = () => {
    this.open = true;
    void this.learn();
  };

  close = () => {
    this.open = false;
  };

  learn = async () => {
    this.told ??= await ask("about", {});
  };
}

export const about = new About();
