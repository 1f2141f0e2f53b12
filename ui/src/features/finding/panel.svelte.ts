// Whether the finding panel is shown, and how wide; remembered from one start to the next.

const place = "rashomon.finding-panel";
export const narrowest = 300;
export const widest = 720;

class Panel {
  isOpen = $state(false);
  width = $state(kept());

  open = () => {
    this.isOpen = true;
  };

  close = () => {
    this.isOpen = false;
  };

  resize = (width: number) => {
    this.width = Math.round(Math.max(narrowest, Math.min(width, widest)));
    localStorage.setItem(place, String(this.width));
  };
}

function kept(): number {
  const width = Number(localStorage.getItem(place));
  return width >= narrowest && width <= widest ? width : 400;
}

export const panel = new Panel();
