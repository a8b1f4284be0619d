/** Something that is made when it is first needed, once. */
export interface Lazy<T> {
  load(): Promise<T>;
  /** What was made, or null when it is not there yet. */
  loaded(): T | null;
}

/** Makes it at the first `load`. One that could not be made is tried again the next time. */
export function lazy<T>(make: () => Promise<T>): Lazy<T> {
  const state: { promise: Promise<T> | null; value: T | null } = { promise: null, value: null };
  const begin = async (): Promise<T> => {
    try {
      state.value = await make();
      return state.value;
    } catch (error) {
      state.promise = null;
      throw error;
    }
  };
  return { load: () => (state.promise ??= begin()), loaded: () => state.value };
}
