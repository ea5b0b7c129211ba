-- One request after another, each of a path chosen at random from a file. BENCH_VARY=1 gives each request a language
-- preference of its own, so that no cache on the way can answer it. %U in the body becomes unique.
local method, body = os.getenv("BENCH_METHOD") or "GET", os.getenv("BENCH_BODY")
local vary, token = os.getenv("BENCH_VARY") == "1", os.getenv("BENCH_TOKEN")
local paths, count = {}, 0
for line in io.lines(os.getenv("BENCH_PATHS")) do paths[#paths + 1] = line end
math.randomseed(os.time())
local run = string.format("%x%x", os.time(), math.random(0, 0xffffff))

request = function()
  local headers = {}
  count = count + 1
  if vary then headers["Accept-Language"] = "zh,en;q=0." .. math.random(1000000, 9999999) end
  if token then headers["Authorization"] = "Bearer " .. token end
  local sent = nil
  if body then
    local unique = run .. "-" .. count
    sent = body:gsub("%%U", unique)
    headers["Content-Type"] = "application/json"
    headers["Idempotency-Key"] = "bench-" .. unique
  end
  return wrk.format(method, paths[math.random(#paths)], headers, sent)
end

done = function(summary, latency)
  local e = summary.errors
  io.write(string.format("RESULT %d %d %d %d %d %d\n", summary.requests, summary.duration,
    e.status + e.connect + e.read + e.write + e.timeout, latency:percentile(50), latency:percentile(99), summary.bytes))
end
