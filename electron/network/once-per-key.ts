/** Answers by key: each is found out once, however often and by how many at a time it is asked for. */
export interface OncePerKey<Value> {
  of(key: string): Promise<Value>;
  /** The answer when it is there already. */
  known(key: string): Value | undefined;
}

/** @param find is called once a key; it must not reject */
export function createOncePerKey<Value>(find: (key: string) => Promise<Value>): OncePerKey<Value> {
  const asked = new Map<string, Promise<Value>>();
  const answers = new Map<string, Value>();
  const begin = async (key: string): Promise<Value> => {
    const value = await find(key);
    answers.set(key, value);
    return value;
  };
  return {
    of(key) {
      const found = asked.get(key) ?? begin(key);
      asked.set(key, found);
      return found;
    },
    known: (key) => answers.get(key),
  };
}
