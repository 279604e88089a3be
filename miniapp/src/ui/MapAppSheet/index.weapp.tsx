/** WeChat shows the place and the map apps itself. */
export const MapAppSheet = () => null
