/** What to do about a part of the deployment that could not be read. */
export const UNREAD_REMEDY =
  'Check that your account is in RTCUniversalServerAdmins or RTCUniversalReadOnlyAdmins, then read the deployment again.';

/** What could not be read and why, a line a part, and what to do about it last; nothing when everything was read. */
export function unreadLines(parts: readonly { readonly part: string; readonly message: string }[]): readonly string[] {
  if (parts.length === 0) return [];
  return [...parts.map(({ part, message }) => `Could not be read (${part}): ${message}`), UNREAD_REMEDY];
}
