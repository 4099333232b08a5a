// Logs a metric of one run at a steady pace, over 32 connections:
//   metric_load PORT TOKEN RUN CALLS_IN_A_MILLISECOND SECONDS
// Prints the calls that were answered in a second.
#include "tests/bench/log_metric/MetricLoad.h"

#include <cstdio>
#include <cstdlib>

int main(int argc, char **argv)
{
    if (argc != 6)
        return 2;
    constexpr std::size_t connections = 32;
    const int seconds = std::atoi(argv[5]);
    atelier::test::MetricLoad load(static_cast<std::uint16_t>(std::atoi(argv[1])), argv[2],
        std::vector<std::string>(connections, argv[3]));
    const auto calls = load.runPaced(std::chrono::seconds(seconds), std::atoi(argv[4]));
    std::printf("%lld\n", static_cast<long long>(calls / seconds));
    return 0;
}
