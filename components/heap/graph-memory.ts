import type { View } from './camera.ts';
import type { Drawing } from './drawing.ts';
import { DEFAULT_PICTURE, type PictureOptions } from './picture.ts';

/**
 * What a graph keeps while it is not on the screen: whoever switches between graph and table, or between the tabs of
 * a phone, makes one with `useState(() => new GraphMemory())` and hands it to the graph.
 */
export class GraphMemory {
  drawing: Drawing | null = null;
  options: PictureOptions = DEFAULT_PICTURE;
  query = '';
  view: View | null = null;
  /** True until somebody pans or zooms: the view then stays as they left it. */
  follows = true;
}
