/** Environment variable with the bearer token for a client at a URL. */
export const TOKEN = 'VAC_ADAPTER_TOKEN'

/** What a client that the suite starts may see of the suite's environment: all but the token. */
export function clientEnvironment(): NodeJS.ProcessEnv {
  const { [TOKEN]: _, ...environment } = process.env
  return environment
}
