export function ExternalAccessPage() {
  return null;
}
