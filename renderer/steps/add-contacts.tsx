export function AddContactsPage() {
  return null;
}
