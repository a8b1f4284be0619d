/** The two channels between the processes. In a file of their own: the preload script takes nothing else of core. */
export const REQUEST_CHANNEL = 'federation:request';
export const EVENT_CHANNEL = 'federation:event';
