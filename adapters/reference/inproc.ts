import { reference } from './adapter.ts'

/** The reference as `inproc:` takes a client: a module whose default export is a Handler. */
export default reference()
