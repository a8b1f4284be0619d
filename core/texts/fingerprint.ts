const PARTS: Readonly<Record<string, string>> = {
  product: 'Product',
  publicProviders: 'Public provider',
  hostingProviders: 'Hosting provider',
  externalAccessPolicies: 'External access policy',
  accessEdgeConfiguration: 'Access Edge',
  allowedDomains: 'Allowed domain',
  blockedDomains: 'Blocked domain',
  users: 'User',
};

/** The path of a property of the deployment (`publicProviders/Messenger/Enabled`) in words. */
export function pathWords(path: string): string {
  const [part = '', ...rest] = path.split('/').map((one) => one.replaceAll('%2F', '/').replaceAll('%25', '%'));
  const property = rest.pop() ?? '';
  return [[PARTS[part] ?? part, ...rest].join(' '), property].filter((words) => words !== '').join(', ');
}
