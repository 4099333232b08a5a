#pragma once

#include <vector>

namespace atelier {

/// A wish to stand at a place; the weight is a whole number, so that equal pulls balance exactly.
struct Pull
{
    double at = 0;
    double weight = 1;
};

/// Rising positions with the smallest sum of weighted distances to all that pulls, one position for each list
/// of pulls; none of the lists is empty. Where many positions are equally good, the middle one.
[[nodiscard]] std::vector<double> monotoneFit(std::vector<std::vector<Pull>> pulls);

} // namespace atelier
