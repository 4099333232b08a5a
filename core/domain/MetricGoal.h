#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace atelier {

enum class MetricGoal { Maximize, Minimize };

[[nodiscard]] std::string_view name(MetricGoal goal); ///< `maximize`, as a sweep's objective writes it

/// Which way a metric gets better, by the words in its name: losses, errors, distances and times shrink, all
/// else grows.
[[nodiscard]] MetricGoal goalOf(std::string_view metric);

/// Whether it says how much there was, such as `rows_read` or `epoch`, and not how good it is.
[[nodiscard]] bool isCount(std::string_view metric);

/// The metric that tells most of a job first: measured on held-out data rather than on the training data, a
/// score rather than a loss, and the better known score first; counts such as `rows_read` or `epoch` come
/// last. Those that tell as much keep their order.
[[nodiscard]] std::vector<std::string> rankedMetrics(std::vector<std::string> metrics);

/// The first of the ranked; empty where there is none, or nothing but counts.
[[nodiscard]] std::string primaryMetric(std::span<const std::string> metrics);

/// Whether `value` is better than `other`; NaN is never better than a number.
[[nodiscard]] bool isBetter(MetricGoal goal, double value, double other);

} // namespace atelier
