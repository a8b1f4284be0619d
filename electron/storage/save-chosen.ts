import { type Result, success } from '../../core/failure.ts';

/** Writes a text to the path that was chosen, and answers with the path; null when nothing was chosen. */
export async function saveChosen(
  path: string | null,
  text: string,
  write: (path: string, text: string) => Promise<Result<null>>,
): Promise<Result<string | null>> {
  if (path === null) return success(null);
  const saved = await write(path, text);
  return saved.ok ? success(path) : saved;
}
