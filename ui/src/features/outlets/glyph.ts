// An outlet as a point in a plot: its pattern becomes a shape.
import { symbol, symbolCircle, symbolCross, symbolDiamond, symbolSquare, symbolTriangle, symbolWye } from "d3-shape";

const shapes = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond, symbolCross, symbolWye];

/** An SVG path around 0, 0; `area` in square pixels. */
export function glyph(pattern: number, area = 90): string {
  return symbol(shapes[pattern % shapes.length] ?? symbolCircle, area)() ?? "";
}
