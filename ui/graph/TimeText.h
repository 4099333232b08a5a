#pragma once

#include <QCoreApplication>
#include <QString>

namespace atelier::ui {

inline constexpr int minuteSeconds = 60;
inline constexpr int hourSeconds = 60 * minuteSeconds;
inline constexpr int daySeconds = 24 * hourSeconds;

/// Times on an axis.
class TimeText
{
    Q_DECLARE_TR_FUNCTIONS(TimeText)

public:
    /// "0.5 s", "20 s", "1:20", "1:05:00": as a clock from a minute on.
    [[nodiscard]] static QString clock(double seconds);
    [[nodiscard]] static QString now(double seconds); ///< "now 1:48"
};

} // namespace atelier::ui
