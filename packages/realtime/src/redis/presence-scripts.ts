import { script } from './run-script.ts';

/*
 * A person's presence is one hash in the slot of their shard, beside the shard's index of who is to be looked at when:
 *   parley:presence:{<shard>}:u:<userId>   device:<id> = "<O|A> <time of last beat>", status, active
 *   parley:presence:{<shard>}:due          sorted set: userId by the time at which their first device will have been silent too long
 * Times are Redis' own, in milliseconds, so that the clocks of the servers do not matter.
 */

/** Lets silent and surplus devices go, merges the rest, sets when to look again. Answers the new status when it changed, else false. */
const SETTLE = `
local function settle(person, due, user, now, silentAfter, maxDevices, keepMs)
  local devices = {}
  local fields = redis.call('HGETALL', person)
  for i = 1, #fields, 2 do
    if string.sub(fields[i], 1, 7) == 'device:' then
      devices[#devices + 1] = { field = fields[i], code = string.sub(fields[i + 1], 1, 1), beat = tonumber(string.sub(fields[i + 1], 3)) }
    end
  end
  table.sort(devices, function(a, b) return a.beat > b.beat end)
  local merged, oldest = 'OFFLINE', nil
  for i, device in ipairs(devices) do
    if i > maxDevices or now - device.beat >= silentAfter then
      redis.call('HDEL', person, device.field)
    else
      oldest = device.beat
      if device.code == 'O' then merged = 'ONLINE' elseif merged == 'OFFLINE' then merged = 'AWAY' end
    end
  end
  if oldest then
    redis.call('ZADD', due, oldest + silentAfter, user)
    redis.call('PEXPIRE', due, keepMs)
  else
    redis.call('ZREM', due, user)
  end
  local before = redis.call('HGET', person, 'status') or 'OFFLINE'
  if before == merged then return false end
  redis.call('HSET', person, 'status', merged)
  redis.call('PEXPIRE', person, keepMs)
  return { merged, redis.call('HGET', person, 'active') or '' }
end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
`;

/** KEYS person, due. ARGV user, silentAfter, maxDevices, keepMs, device, "O" or "A". */
export const BEAT_SCRIPT = script(`${SETTLE}
redis.call('HSET', KEYS[1], 'device:' .. ARGV[5], ARGV[6] .. ' ' .. now)
if ARGV[6] == 'O' then redis.call('HSET', KEYS[1], 'active', now) end
redis.call('PEXPIRE', KEYS[1], ARGV[4])
return settle(KEYS[1], KEYS[2], ARGV[1], now, tonumber(ARGV[2]), tonumber(ARGV[3]), ARGV[4])
`);

/** KEYS person, due. ARGV user, silentAfter, maxDevices, keepMs, and the device that leaves, or nothing to look for silent ones only. */
export const SETTLE_SCRIPT = script(`${SETTLE}
if ARGV[5] then redis.call('HDEL', KEYS[1], 'device:' .. ARGV[5]) end
return settle(KEYS[1], KEYS[2], ARGV[1], now, tonumber(ARGV[2]), tonumber(ARGV[3]), ARGV[4])
`);

/** KEYS due. ARGV limit. The users whose time has come. */
export const DUE_SCRIPT = script(`
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
return redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'LIMIT', 0, ARGV[1])
`);
