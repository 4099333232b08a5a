#pragma once

#include "ui/plot/MetricPlot.h"

#include <string>
#include <vector>

namespace atelier::test {

/// What training logs look like: a value at step 0, one at the end, how fast it gets there and how it shakes.
struct Training
{
    double begin = 0.2;
    double end = 0.9;
    double speed = 4; ///< time constants within `steps`
    double noise = 0.02;
    int steps = 6000; ///< of the whole training
    int logged = 6000; ///< the steps that were reached
    unsigned seed = 1;
};

[[nodiscard]] std::vector<series::Point> pointsOf(const Training &training);

/// Values at steps 0, 1, 2 … a second apart.
[[nodiscard]] std::vector<series::Point> pointsWith(const std::vector<double> &values);

} // namespace atelier::test
