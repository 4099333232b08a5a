#include "tests/ui/plot/Samples.h"

#include <cmath>
#include <random>

namespace atelier::test {

namespace {

constexpr std::int64_t firstMoment = 1'700'049'600'000;

} // namespace

std::vector<series::Point> pointsOf(const Training &training)
{
    std::mt19937 random(training.seed);
    std::normal_distribution<double> normal(0, training.noise);
    std::vector<series::Point> points;
    for (int step = 0; step < training.logged; ++step) {
        const double progress = std::exp(-training.speed * step / training.steps);
        const double value = training.end + (training.begin - training.end) * progress + normal(random);
        points.push_back({step, firstMoment + step * 420, value});
    }
    return points;
}

std::vector<series::Point> pointsWith(const std::vector<double> &values)
{
    std::vector<series::Point> points;
    std::int64_t step = 0;
    for (const double value : values) {
        points.push_back({step, firstMoment + step * 1000, value});
        ++step;
    }
    return points;
}

} // namespace atelier::test
