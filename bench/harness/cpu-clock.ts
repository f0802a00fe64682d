/** Processor time of this process, in milliseconds: what else the machine does counts for nothing. */
export class CpuClock {
  ms = 0
  #started = process.cpuUsage()

  start(): void {
    this.#started = process.cpuUsage()
  }

  now(): number {
    const { user, system } = process.cpuUsage(this.#started)
    return this.ms + (user + system) / 1000
  }

  stop(): void {
    this.ms = this.now()
  }
}
