#pragma once

#include <cstddef>

namespace atelier::series {

/// Debiased exponential smoothing, value by value, as TensorBoard does it ("classic smoothing",
/// data_transformer.ts of its line chart): s(0) = 0, s(n) = w·s(n-1) + (1-w)·v(n), shown as s(n) / (1 - wⁿ).
/// A value that is not finite is shown as it is and changes nothing. The weight lies in [0, 1); at 0 every
/// value stays.
class Smoother
{
public:
    explicit Smoother(double weight);
    /// Goes on behind `count` finite values of which `last` was the last smoothed one.
    Smoother(double weight, double last, std::size_t count);

    [[nodiscard]] double next(double value);

private:
    double m_weight;
    double m_sum = 0;
    double m_decay = 1; ///< weight to the power of the number of values so far
};

} // namespace atelier::series
