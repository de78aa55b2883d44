/** The page's tokens as values, for what is drawn without CSS: the canvas and exported pictures. */
const TOKENS = [
  'canvas',
  'surface',
  'sunken',
  'ink',
  'muted',
  'faint',
  'line',
  'line-strong',
  'edge',
  'accent',
  'gen0',
  'gen1',
  'gen2',
  'mine',
  'mine-soft',
  'newborn',
  'leaked',
  'leaked-ink',
] as const;
export type Token = (typeof TOKENS)[number];

export type Colours = Readonly<Record<Token, string>>;

/** As they stand on this element, in its light or dark. */
export function readColours(element: Element): Colours {
  const style = getComputedStyle(element);
  const read = (token: Token) => style.getPropertyValue(`--${token}`).trim();
  return {
    canvas: read('canvas'),
    surface: read('surface'),
    sunken: read('sunken'),
    ink: read('ink'),
    muted: read('muted'),
    faint: read('faint'),
    line: read('line'),
    'line-strong': read('line-strong'),
    edge: read('edge'),
    accent: read('accent'),
    gen0: read('gen0'),
    gen1: read('gen1'),
    gen2: read('gen2'),
    mine: read('mine'),
    'mine-soft': read('mine-soft'),
    newborn: read('newborn'),
    leaked: read('leaked'),
    'leaked-ink': read('leaked-ink'),
  };
}
