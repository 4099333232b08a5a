#include "ui/theme/InForce.h"

#include "ui/theme/Motion.h"
#include "ui/theme/Type.h"

#include <QElapsedTimer>

#include <cmath>

namespace atelier::ui {

namespace {

constexpr double stillPhase = 0.7;

} // namespace

InForce &inForce()
{
    static InForce look;
    return look;
}

const Colors &colors()
{
    return inForce().colors;
}

int scaled(int px)
{
    return static_cast<int>(std::lround(px * inForce().textScale));
}

bool reducedMotion()
{
    return inForce().reducedMotion;
}

Density density()
{
    return inForce().density;
}

double motionPhase(std::chrono::milliseconds period)
{
    if (reducedMotion())
        return stillPhase;
    static const QElapsedTimer clock = [] {
        QElapsedTimer started;
        started.start();
        return started;
    }();
    return static_cast<double>(clock.elapsed() % period.count()) / static_cast<double>(period.count());
}

} // namespace atelier::ui
