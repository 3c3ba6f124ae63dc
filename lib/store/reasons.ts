/** Why a database is away or refuses, and what to do, by the code of Node, of TLS or of PostgreSQL; all in our words. */
type Reasons = Readonly<Record<string, string>>

const stopped = 'it is starting up or shutting down; try again in a moment'
const certificate =
  'its certificate cannot be checked; name its authority by sslrootcert, or leave the check out by sslmode=no-verify'

/** It cannot be reached, or went away. */
export const away: Reasons = {
  ECONNREFUSED: 'nothing listens at its host and port; start it, or correct DATABASE_URL',
  ENOTFOUND: 'nobody knows its host; correct the host in DATABASE_URL',
  EAI_AGAIN: 'its host cannot be looked up just now; try again, or correct the host in DATABASE_URL',
  EHOSTUNREACH: 'no way leads to its host; check the network and DATABASE_URL',
  ENETUNREACH: 'no way leads to its host; check the network and DATABASE_URL',
  ETIMEDOUT: 'nothing answered in time; check host and port in DATABASE_URL, and what stands between',
  ECONNRESET: 'it ended the connection; check that it is PostgreSQL that listens at this port',
  closed: 'it ended the connection; check that it is PostgreSQL that listens at this port',
  silent: 'it is connected and does not answer; look at the server itself',
  '53300': 'it has no connection left; close others, raise its max_connections, or put a pooler before it',
  '57014': 'it took too long; look at the load of the server',
  '57P01': stopped,
  '57P02': stopped,
  '57P03': stopped,
  '57P05': stopped,
  '08P01': 'the pooler before it refuses; look at its log and its limits',
}

/** It answers, and lets this user not in. */
export const refusals: Reasons = {
  '28P01': 'user and password do not fit; correct them in DATABASE_URL',
  '28000':
    'this user may not log in from here, or not without SSL; correct the user, add sslmode=require, or allow it in the server’s own list',
  '3D000': 'there is no database of this name; create it, or correct the name in DATABASE_URL',
  'no-password': 'it asks for a password; give one in DATABASE_URL',
  'no-ssl': 'it offers no SSL; leave sslmode out of DATABASE_URL, or switch SSL on in the server',
  certificate,
}

/** It lets us in, and cannot do what is asked. */
export const failures: Reasons = {
  '25006': 'it is read-only (a standby, or set so); name the primary in DATABASE_URL',
  '42501': 'this user may not make tables there; grant it CREATE on the database and its schema',
  '53100': 'its disk is full; make room on it',
  '53200': 'its memory is full; look at the server',
  '58030': 'it cannot read or write its files; look at its log',
  '0A000': 'it lacks something that is needed; use PostgreSQL 12 or later',
  '42883': 'it lacks something that is needed; use PostgreSQL 12 or later',
}

/** What the system says of a folder, behind its name. */
export const folders: Reasons = {
  EACCES: 'may not be used by this user; give the user the right to write there, or name another in DATA_DIR',
  EPERM: 'may not be used by this user; give the user the right to write there, or name another in DATA_DIR',
  EROFS: 'is on a disk that is read-only; make it writable, or name another in DATA_DIR',
  ENOSPC: 'is on a disk that is full; make room, or name a folder on another disk in DATA_DIR',
  EDQUOT: 'is on a disk that is full for this user; make room, or name a folder on another disk in DATA_DIR',
  EEXIST: 'is a file; name a folder in DATA_DIR',
  ENOTDIR: 'has a file in its way; name a folder in DATA_DIR',
  EIO: 'is on a disk that fails; look at the disk, or name a folder on another in DATA_DIR',
}

const certificateCodes = /CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)|ERR_TLS/

/** Messages of the driver that have no code, as codes of the tables above. */
const byMessage: readonly (readonly [RegExp, string])[] = [
  [/does not support SSL/i, 'no-ssl'],
  [/password must be a (non-empty )?string/i, 'no-password'],
  [/timeout/i, 'ETIMEDOUT'],
  [/terminated|not queryable|Connection ended|client was closed/i, 'closed'],
]

/** A driver's error by its code, or by one of our own. */
export const codeOf = (code: string, message: string): string => {
  if (certificateCodes.test(code)) return 'certificate'
  if (code !== '') return code
  return byMessage.find(([pattern]) => pattern.test(message))?.[1] ?? ''
}
