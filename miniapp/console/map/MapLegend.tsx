/** What ring, shape and dashed line mean; the ground is a grid, not a street map, and says so. */
export const MapLegend = () => (
  <ul className="map-legend" aria-label="图例">
    <li>
      <i className="legend-ring" /> 环 = 90 天内确认的比例
    </li>
    <li>
      <i className="legend-square" /> 方 基本保障
    </li>
    <li>
      <i className="legend-round" /> 圆 品质提升
    </li>
    <li>
      <i className="legend-dash" /> 圈中心步行一刻钟(示意)
    </li>
    <li>方格 近看 500 米，远看 2 公里</li>
  </ul>
)
