export function EdgeAndDomainsPage() {
  return null;
}
