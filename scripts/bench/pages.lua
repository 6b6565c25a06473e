-- For wrk: asks for the addresses given behind `--` one after another, and tells the figures as one line of JSON.
local requests, last = {}, 0

function init(addresses)
  for _, address in ipairs(addresses) do
    table.insert(requests, wrk.format("GET", address))
  end
end

function request()
  last = last % #requests + 1
  return requests[last]
end

-- wrk counts time in microseconds.
function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\n{"total":%d,"seconds":%f,"median":%f,"slowest":%f,"errors":%d}',
    summary.requests,
    summary.duration / 1e6,
    latency:percentile(50) / 1e3,
    latency:percentile(99) / 1e3,
    errors.connect + errors.read + errors.write + errors.timeout + errors.status
  ))
end
