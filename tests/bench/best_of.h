// The time of what is done several times.
#pragma once

#include <algorithm>
#include <chrono>
#include <ctime>

/// What the processor was at work for this process, whoever else is: for ratios of runs that are not much alike.
struct ProcessorClock {
  using duration = std::chrono::duration<double>;
  static duration now() { return duration(static_cast<double>(std::clock()) / CLOCKS_PER_SEC); }
};

/// What `act` gives is taken down outside of the time.
template <class Clock = std::chrono::steady_clock, class Act>
double best_milliseconds(int runs, const Act& act) {
  double best = 0;
  for (int i = 0; i < runs; ++i) {
    const auto begin = Clock::now();
    const auto result = act();
    const double time = std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
    best = i == 0 ? time : std::min(best, time);
  }
  return best;
}
