import type { Input, WebContents } from 'electron';

const smallestZoom = 0.5;
const largestZoom = 2;
const zoomStep = 0.1;

/** Out, back to the actual size, or in. */
export type ZoomDirection = -1 | 0 | 1;

/** The zoom factor after one step. */
export function nextZoom(current: number, direction: ZoomDirection): number {
  if (direction === 0) return 1;
  const wanted = Math.round((current + direction * zoomStep) * 10) / 10;
  return Math.min(largestZoom, Math.max(smallestZoom, wanted));
}

const directions: ReadonlyMap<string, ZoomDirection> = new Map([
  ['+', 1],
  ['=', 1],
  ['-', -1],
  ['_', -1],
  ['0', 0],
]);

/** What the keys of a browser ask for: Control with plus, minus or zero, on any layout; null for every other key. */
export function zoomOfKey({
  type,
  control,
  alt,
  meta,
  key,
}: Pick<Input, 'type' | 'control' | 'alt' | 'meta' | 'key'>): ZoomDirection | null {
  if (type !== 'keyDown' || !control || alt || meta) return null;
  return directions.get(key) ?? null;
}

/** Zooms by the keys and the wheel. There is no menu that would do it; Chromium itself copies and pastes without one. */
export function enableZoom(contents: WebContents): void {
  const zoom = (direction: ZoomDirection): void =>
    contents.setZoomFactor(nextZoom(contents.getZoomFactor(), direction));
  contents.on('before-input-event', (event, input) => {
    const direction = zoomOfKey(input);
    if (direction === null) return;
    event.preventDefault();
    zoom(direction);
  });
  contents.on('zoom-changed', (_event, direction) => zoom(direction === 'in' ? 1 : -1));
}
