// The quantities and times of the open story.
import { Facet } from "../story/facet.svelte";

export const figures = new Facet("show_figures");
