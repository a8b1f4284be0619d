/** The only addresses that the program opens in a browser, by name. The page asks by name and never passes an address. */
export const LINKS = {
  'deploy-skype-connectivity': 'https://learn.microsoft.com/en-us/skypeforbusiness/deploy/deploy-skype-connectivity',
  'new-cs-public-provider': 'https://learn.microsoft.com/en-us/powershell/module/skypeforbusiness/new-cspublicprovider',
  'set-cs-external-access-policy':
    'https://learn.microsoft.com/en-us/powershell/module/skypeforbusiness/set-csexternalaccesspolicy',
  'set-cs-access-edge-configuration':
    'https://learn.microsoft.com/en-us/powershell/module/skypeforbusiness/set-csaccessedgeconfiguration',
  'management-shell': 'https://learn.microsoft.com/en-us/skypeforbusiness/manage/management-shell',
} as const satisfies Record<string, `https://${string}`>;

export type LinkId = keyof typeof LINKS;

/** The names alone. */
export const LINK_IDS = Object.keys(LINKS).filter((id): id is LinkId => Object.hasOwn(LINKS, id));
