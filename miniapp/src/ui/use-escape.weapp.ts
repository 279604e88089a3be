/** There is no keyboard to close things with. */
export const useEscape = (_onClose: () => void): void => {}
