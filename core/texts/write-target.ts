/** Why nothing can be written at a path. */
export const writeTargetTexts = {
  folder: 'It is a folder.',
  device: 'It is a device.',
  pipe: 'It is a pipe.',
  socket: 'It is a socket.',
  stream: 'It is a stream of a program, not a file.',
  brokenLink: 'It is a link to something that is not there.',
  linkCircle: 'It is a link that leads back to itself.',
} as const;
