#include "core/series/Smoother.h"

#include <cmath>

namespace atelier::series {

Smoother::Smoother(double weight)
    : m_weight(weight)
{
}

Smoother::Smoother(double weight, double last, std::size_t count)
    : m_weight(weight)
    , m_decay(std::pow(weight, static_cast<double>(count)))
{
    m_sum = last * (1 - m_decay);
}

double Smoother::next(double value)
{
    if (!std::isfinite(value))
        return value;
    m_sum = m_weight * m_sum + (1 - m_weight) * value;
    m_decay *= m_weight;
    return m_sum / (1 - m_decay);
}

} // namespace atelier::series
