import type { LaneName, Lanes } from './lanes'
import type { LaneReport } from './work-queue'

/** Of each lane: what runs, what waits, and what was refused since the process began. */
export type LanesReport = Readonly<Record<LaneName, LaneReport>>

export const lanesReport = (lanes: Lanes): LanesReport => ({
  files: lanes.files.report,
  shared: lanes.shared.report,
  pages: lanes.pages.report,
  pictures: lanes.pictures.report,
  data: lanes.data.report,
})
