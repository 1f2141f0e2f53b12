// What the user is about to rule of rows and links.
class Relinking {
  /** The id of the row that waits to be merged with another. */
  marked: string | null = $state(null);
}

export const relinking = new Relinking();
