#pragma once

#include "core/series/History.h"
#include "core/series/Pyramid.h"
#include "core/series/Range.h"
#include "core/series/Smoother.h"

#include <array>
#include <optional>

namespace atelier::series {

/// Which values a scale can show: a logarithmic one has no place for zero and below.
enum class Domain { All, Positive };

enum class Line { Raw, Smoothed };

/// Why a point is on no line. Infinities and NaN come first, so NotPositive means finite values alone.
enum class LeftOut { NotANumber, PlusInfinity, MinusInfinity, NotPositive };
inline constexpr std::array leftOutKinds{
    LeftOut::NotANumber, LeftOut::PlusInfinity, LeftOut::MinusInfinity, LeftOut::NotPositive};

struct CurveKind
{
    XAxis axis = XAxis::Step;
    Domain domain = Domain::All;
    double smoothing = 0; ///< weight of Smoother, below 1

    bool operator==(const CurveKind &) const = default;
};

/// The points [begin, end) that fall into one column of pixels.
struct Column
{
    std::size_t begin = 0;
    std::size_t end = 0;
    Extremes extremes;
};

/// A history in the order of x, ready to be drawn at any zoom. Points of equal x keep the order of their
/// arrival. A copy shares its memory with the original and may go to another thread. At most 2^32 points.
class Curve
{
public:
    explicit Curve(const CurveKind &kind);

    /// Takes in what the history has more than at the last call. Points behind the last x cost constant time
    /// on average; one that belongs further ahead costs as much as all behind its place.
    void update(const History &history);

    [[nodiscard]] const CurveKind &kind() const { return m_kind; }
    [[nodiscard]] const History &history() const { return m_history; }
    [[nodiscard]] std::size_t size() const { return m_size; }

    [[nodiscard]] const Point &point(std::size_t i) const { return m_history[arrivalOf(i)]; }
    [[nodiscard]] double x(std::size_t i) const;
    /// The value as it was logged or smoothed.
    [[nodiscard]] double value(std::size_t i, Line line) const
    {
        return line == Line::Raw || m_kind.smoothing <= 0 ? point(i).value : m_smoothed[i];
    }
    /// The value where it has a place on the scale, otherwise NaN.
    [[nodiscard]] double shown(std::size_t i, Line line) const { return inDomain(value(i, line)); }

    [[nodiscard]] std::size_t lowerBound(double x) const; ///< first point not below x
    [[nodiscard]] std::size_t upperBound(double x) const; ///< first point above x
    /// The point nearest in x, of several with the same x the last one.
    [[nodiscard]] std::optional<std::size_t> nearest(double x) const;

    /// The columns of `x` cut into `count` of equal width that have points, and the nearest point on each
    /// side.
    [[nodiscard]] std::vector<Column> columns(Line line, const Range &x, int count) const;
    [[nodiscard]] Extremes extremes(Line line, const Range &x) const;

    [[nodiscard]] std::size_t leftOutCount(LeftOut kind, const Range &x) const;
    /// Where such points are, at most one x for each of `count` columns.
    [[nodiscard]] std::vector<double> leftOutColumns(LeftOut kind, const Range &x, int count) const;

private:
    [[nodiscard]] std::size_t arrivalOf(std::size_t i) const { return m_order.empty() ? i : m_order[i]; }
    [[nodiscard]] double xOf(const Point &point) const;
    [[nodiscard]] double inDomain(double value) const;
    [[nodiscard]] std::size_t endOfColumn(
        std::size_t begin, std::size_t end, const Range &x, int count) const;
    [[nodiscard]] bool continues() const;
    [[nodiscard]] std::size_t merge();
    void forget(std::size_t from);
    void take(std::size_t from);
    void noteLeftOut(std::size_t i);
    [[nodiscard]] Smoother smootherAt(std::size_t i) const;

    CurveKind m_kind;
    History m_history;
    std::size_t m_size = 0; ///< points taken in; all of the history but within update
    Growing<std::uint32_t> m_order; ///< places in the history by x; empty while the two orders agree
    Growing<double> m_smoothed; ///< by x; empty without smoothing
    Pyramid m_rawPyramid;
    Pyramid m_smoothedPyramid;
    std::array<Growing<std::uint32_t>, leftOutKinds.size()> m_leftOut; ///< places by x
};

} // namespace atelier::series
