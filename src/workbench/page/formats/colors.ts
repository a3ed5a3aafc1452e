/** Cell colours as the page's theme shows them: as they are, mirrored in lightness, or as the system demands. */
export const THEMES = ['light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

interface Lab {
  readonly l: number;
  readonly a: number;
  readonly b: number;
}

/** Lightness of the sheet's white and black on the dark page. */
const DARK_PAPER = 0.21;
const DARK_INK = 0.95;

const toLinear = (channel: number): number => {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

const toChannel = (linear: number): number => {
  const value = linear <= 0.0031308 ? linear * 12.92 : 1.055 * Math.max(0, linear) ** (1 / 2.4) - 0.055;
  return Math.round(Math.min(1, Math.max(0, value)) * 255);
};

function parse(hex: string): readonly [number, number, number] {
  const number = Number.parseInt(hex.slice(1, 7), 16);
  return [(number >> 16) & 255, (number >> 8) & 255, number & 255];
}

function format(red: number, green: number, blue: number): string {
  return `#${((1 << 24) | (red << 16) | (green << 8) | blue).toString(16).slice(1).toUpperCase()}`;
}

function toLab(hex: string): Lab {
  const [red, green, blue] = parse(hex).map(toLinear) as [number, number, number];
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return {
    l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    a: 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    b: 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  };
}

function fromLab({ l: lightness, a, b }: Lab): string {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return format(
    toChannel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    toChannel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    toChannel(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  );
}

const mirrored = new Map<string, string>();

/** The same hue with its lightness mirrored, so that contrasts between cell colours stay on a dark page. */
export function mirrorLightness(hex: string): string {
  let result = mirrored.get(hex);
  if (result === undefined) {
    const lab = toLab(hex);
    const l = DARK_INK + (DARK_PAPER - DARK_INK) * lab.l;
    // Pale tints keep their hue only when mirrored ones get a little more colour.
    const chroma = lab.l > 0.85 ? 1.4 : 1;
    result = fromLab({ l, a: lab.a * chroma, b: lab.b * chroma });
    mirrored.set(hex, result);
  }
  return result;
}

/** A colour of a cell in a theme; undefined where the theme decides (high contrast takes no colours from cells). */
export function themed(color: string | undefined, theme: Theme): string | undefined {
  if (color === undefined || theme === 'light') return color;
  return theme === 'dark' ? mirrorLightness(color) : undefined;
}

/** A colour between two, for colour scales: 0 is the first. */
export function mixColors(from: string, to: string, share: number): string {
  const a = parse(from);
  const b = parse(to);
  const mix = (i: 0 | 1 | 2): number => Math.round(a[i] + (b[i] - a[i]) * share);
  return format(mix(0), mix(1), mix(2));
}

/** A colour lightened towards white: 0 leaves it, 1 is white. */
export function tint(color: string, share: number): string {
  return mixColors(color, '#FFFFFF', share);
}
