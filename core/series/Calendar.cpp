#include "core/series/Calendar.h"

#include <chrono>

namespace atelier::series {

namespace {

constexpr std::int64_t firstSecond = -62'135'596'800; // 0001-01-01
constexpr std::int64_t lastSecond = 253'402'300'799; // 9999-12-31 23:59:59

} // namespace

Civil civil(std::int64_t seconds)
{
    using namespace std::chrono;
    const sys_seconds moment{std::chrono::seconds(seconds)};
    const sys_days date = floor<days>(moment);
    const year_month_day calendar(date);
    const hh_mm_ss clock(moment - date);
    return {static_cast<int>(calendar.year()), static_cast<unsigned>(calendar.month()),
        static_cast<unsigned>(calendar.day()), static_cast<int>(clock.hours().count()),
        static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count())};
}

std::int64_t secondsOf(const Civil &at)
{
    const std::chrono::sys_days date(
        std::chrono::year(at.year) / std::chrono::month(at.month) / std::chrono::day(at.day));
    return date.time_since_epoch().count() * day + at.hour * hour + at.minute * minute + at.second;
}

bool hasCivil(double unixSeconds)
{
    return unixSeconds >= static_cast<double>(firstSecond) && unixSeconds <= static_cast<double>(lastSecond);
}

} // namespace atelier::series
