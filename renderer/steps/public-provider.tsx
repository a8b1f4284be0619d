export function PublicProviderPage() {
  return null;
}
