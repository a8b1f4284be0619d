export function AccessEdgePage() {
  return null;
}
