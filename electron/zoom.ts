const smallestZoom = 0.5;
const largestZoom = 2;
const zoomStep = 0.1;

/** Out, back to the actual size, or in. */
export type ZoomDirection = -1 | 0 | 1;

/** The zoom factor after one step in (1), out (-1), or back to the actual size (0). */
export function nextZoom(current: number, direction: ZoomDirection): number {
  if (direction === 0) return 1;
  const wanted = Math.round((current + direction * zoomStep) * 10) / 10;
  return Math.min(largestZoom, Math.max(smallestZoom, wanted));
}
